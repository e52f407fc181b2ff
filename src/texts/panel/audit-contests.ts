type Names = readonly (readonly [code: string, words: string])[];

/** What was done with contests, their works, sheets and papers. */
export const contestActions: Names = [
  ['contest.created', 'Создан конкурс'],
  ['contest.edited', 'Изменены настройки конкурса'],
  ['contest.juror-put', 'Назначен член жюри'],
  ['contest.juror-removed', 'Выведен член жюри'],
  ['contest.regulations-put', 'Загружено положение о конкурсе'],
  ['contest.file-added', 'К конкурсу приложен файл'],
  ['contest.file-removed', 'Из конкурса убран файл'],
  ['contest.announced', 'Объявлен конкурс'],
  ['contest.posted-by-hand', 'Отмечена публикация о конкурсе'],
  ['contest.cancelled', 'Отменён конкурс'],
  ['contest.archived', 'Конкурс убран в архив'],
  ['contest.removed', 'Удалён черновик конкурса'],
  ['contest.entries-exported', 'Выгружен список работ'],
  ['entry.added', 'Внесена работа за участника'],
  ['entry.file-added', 'К работе приложен файл'],
  ['entry.accepted', 'Работа принята вручную'],
  ['entry.given-back', 'Работа возвращена на исправление'],
  ['entry.rejected', 'Работа отклонена'],
  ['entry.nominated', 'Изменена номинация работы'],
  ['entry.check-asked', 'Запрошена проверка работы'],
  ['entry.withdrawn', 'Работа отозвана за автора'],
  ['entry.restored', 'Работа возвращена в конкурс'],
  ['entry.assigned', 'Найденная работа записана за человеком'],
  ['entry.dismissed', 'Найденная публикация отклонена'],
  ['entry.marks-seen', 'Странный рост просмотрен'],
  ['entry.community-confirmed', 'Подтверждено сообщество организации'],
  ['entry.community-unconfirmed', 'Сообщество больше не подтверждено'],
  ['sheet.finished', 'Завершён лист оценки'],
  ['sheet.abstained', 'Член жюри отказался оценивать работу'],
  ['sheet.taken-up', 'Член жюри взялся оценить работу'],
  ['contest.shown-again', 'Работы показаны жюри ещё раз'],
  ['contest.protocol-made', 'Составлен протокол жюри'],
  ['contest.results-checked', 'Подведены итоги конкурса'],
  ['contest.results-published', 'Опубликованы итоги конкурса'],
  ['contest.results-told-again', 'Продолжена рассылка итогов конкурса'],
];

export const contestSubjects: Names = [
  ['contest', 'конкурс'],
  ['entry', 'конкурсная работа'],
];

export const contestFacts: Names = [
  ['entries', 'работ'],
  ['contestId', 'конкурс №'],
  ['nominationId', 'номинация №'],
  ['formerNominationId', 'прежняя номинация №'],
  ['communityId', 'сообщество ВКонтакте №'],
  ['sheets', 'листов'],
];
