/** In place of a reader where a group has nobody yet. */
export const exampleReader = { name: 'Анна', patronymic: 'Ильинична' } as const;
