import type { paths } from '../../api-types.ts';
import { answered, client } from '../../client.ts';

export type Order = paths['/api/orders/{id}']['get']['responses'][200]['content']['application/json'];
export type OrderPerson = Order['people'][number];
export type OrderLine =
  paths['/api/orders']['get']['responses'][200]['content']['application/json']['items'][number];

export const ordersKey = ['orders'] as const;
export const orderKey = (id: string) => ['order', id] as const;
export const readOrder = (id: string) =>
  answered(client.GET('/api/orders/{id}', { params: { path: { id } } }));

/** «1 сентября 2026 г.» of a day or an instant. */
export function dayOf(value: string): string {
  return new Intl.DateTimeFormat('ru', { dateStyle: 'long' }).format(
    new Date(value.length === 10 ? `${value}T12:00:00` : value),
  );
}
