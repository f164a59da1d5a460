/** Users, products, reviews and stock: the shape of the public gateway benchmark, with data of our own. */
import { type Graph, readGraphFiles } from '../graph.ts';

type Product = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
  readonly shippingEstimate: () => number | null;
  readonly reviews: Review[];
};
type User = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly reviews: Review[];
};
type Review = {
  readonly id: string;
  readonly body: string;
  readonly product: Product;
  readonly author: User;
};

const goods = ['Bench', 'Shelf', 'Lamp', 'Chair', 'Cupboard', 'Mirror'];
const people = ['Noor Adriaans', 'Daan van Loon', 'Yara Bakker', 'Tim de Graaf'];
const remarks = [
  'Stands well on an uneven floor and took ten minutes to put together with the one key that came with it.',
  'The colour is a shade darker than in the picture, which suits the room better.',
  'One screw was missing; the shop sent it the next day without a question.',
  'After half a year of daily use there is nothing to be seen on the surface.',
  'Heavier than expected, so ask somebody to carry it up the stairs with you.',
];
const reviewsPerUser = 4;

const products: readonly Product[] = goods.map((name, i) => ({
  upc: String(i + 1),
  name,
  price: 120 + i * 260,
  weight: 4 + i * 9,
  inStock: i % 3 !== 2,
  // Reads price and weight from where it stands: in the inventory those are what the gateway sent.
  shippingEstimate(this: { readonly price: number; readonly weight: number }) {
    return this.price > 1000 ? 0 : Math.round(this.weight / 2);
  },
  reviews: [],
}));
const users: readonly User[] = people.map((name, i) => ({
  id: String(i + 1),
  name,
  username: name.toLowerCase().replaceAll(' ', '.'),
  reviews: [],
}));
for (const [i, author] of users.entries()) {
  for (let n = 0; n < reviewsPerUser; n += 1) {
    const product = products[(i * reviewsPerUser + n) % products.length];
    if (product === undefined) continue;
    const body = [0, 1].map((k) => remarks[(i + n * 2 + k) % remarks.length]).join(' ');
    const review = { id: String(i * reviewsPerUser + n + 1), body, product, author };
    author.reviews.push(review);
    product.reviews.push(review);
  }
}
const userById = new Map(users.map((user) => [user.id, user]));
const productByUpc = new Map(products.map((product) => [product.upc, product]));
const reviewById = new Map(users.flatMap(({ reviews }) => reviews.map((review) => [review.id, review])));

export const shop: Graph = {
  name: 'shop',
  ...readGraphFiles(new URL('./', import.meta.url), ['accounts', 'inventory', 'products', 'reviews']),
  query: {
    users: () => users,
    topProducts: ({ first }) => products.slice(0, Number(first)),
  },
  entities: {
    User: ({ id }) => userById.get(String(id)),
    Product: ({ upc }) => productByUpc.get(String(upc)),
    Review: ({ id }) => reviewById.get(String(id)),
  },
};
