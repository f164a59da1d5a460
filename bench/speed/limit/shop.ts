import { type Handler, prepare, prepareEntities, type Subgraphs } from './answers.ts';

type User = { readonly id: string; readonly username: string; readonly name: string };
type Goods = { readonly upc: string; readonly name: string; readonly price: number; readonly weight: number };
type Text = { readonly id: string; readonly body: string };
/** What the reviews subgraph knows, as deep as the query goes. */
type ByAuthor = {
  readonly author: { readonly id: string; readonly username: string; readonly reviews: readonly OnProduct[] };
} & Text;
type OnProduct = { readonly product: { readonly upc: string } } & Text;
type Deep = {
  readonly product: { readonly upc: string; readonly reviews: readonly ByAuthor[] };
} & Text;

const goods = 'upc name price weight';
const byAuthor = 'reviews{id body author{id username reviews{id body product{upc}}}}';
const nothing = '{}';

/** The deep query in seven requests: two roots, the reviews below each, then names, products and stock once. */
export function deep(subgraphs: Subgraphs): Handler {
  const users = prepare<{ readonly users: readonly User[] }>(
    subgraphs('accounts'),
    '{users{id username name}}',
  );
  const topProducts = prepare<{ readonly topProducts: readonly Goods[] }>(
    subgraphs('products'),
    `{topProducts{${goods}}}`,
  );
  const reviewsOfUsers = prepareEntities<{ readonly reviews: readonly Deep[] }>(
    subgraphs('reviews'),
    'User',
    `reviews{id body product{upc ${byAuthor}}}`,
  );
  const reviewsOfProducts = prepareEntities<{ readonly reviews: readonly ByAuthor[] }>(
    subgraphs('reviews'),
    'Product',
    byAuthor,
  );
  const namesOf = prepareEntities<{ readonly name: string }>(subgraphs('accounts'), 'User', 'name');
  const productsOf = prepareEntities<Goods>(subgraphs('products'), 'Product', goods);
  const stockOf = prepareEntities<object>(subgraphs('inventory'), 'Product', 'inStock shippingEstimate');

  return async () => {
    const [fromUsers, fromProducts] = await Promise.all([
      users(nothing).then(async (root) => ({
        users: root.users,
        below: await reviewsOfUsers(JSON.stringify(root.users.map(({ id }) => ({ __typename: 'User', id })))),
      })),
      topProducts(nothing).then(async (root) => ({
        topProducts: root.topProducts,
        below: await reviewsOfProducts(
          JSON.stringify(root.topProducts.map(({ upc }) => ({ __typename: 'Product', upc }))),
        ),
      })),
    ]);

    const upcs = new Set<string>();
    const authors = new Set<string>();
    const note = (all: readonly ByAuthor[]): void => {
      for (const { author } of all) {
        authors.add(author.id);
        for (const { product } of author.reviews) upcs.add(product.upc);
      }
    };
    for (const user of fromUsers.below) {
      for (const { product } of user.reviews) {
        upcs.add(product.upc);
        note(product.reviews);
      }
    }
    for (const product of fromProducts.below) note(product.reviews);

    const [people, known] = await Promise.all([
      namesOf(JSON.stringify([...authors].map((id) => ({ __typename: 'User', id })))),
      productsOf(JSON.stringify([...upcs].map((upc) => ({ __typename: 'Product', upc })))),
    ]);
    const names = new Map([...authors].map((id, i) => [id, people[i]?.name]));
    const all = new Map([...fromProducts.topProducts, ...known].map((product) => [product.upc, product]));
    const stock = await stockOf(
      JSON.stringify(
        [...all.values()].map(({ upc, price, weight }) => ({ __typename: 'Product', upc, price, weight })),
      ),
    );
    const full = new Map([...all.values()].map((product, i) => [product.upc, { ...product, ...stock[i] }]));

    const withAuthor = (text: ByAuthor): object => ({
      id: text.id,
      body: text.body,
      author: {
        id: text.author.id,
        username: text.author.username,
        name: names.get(text.author.id),
        reviews: text.author.reviews.map(({ id, body, product }) => ({
          id,
          body,
          product: full.get(product.upc),
        })),
      },
    });
    return JSON.stringify({
      data: {
        users: fromUsers.users.map((user, i) => ({
          ...user,
          reviews: fromUsers.below[i]?.reviews.map(({ id, body, product }) => ({
            id,
            body,
            product: { ...full.get(product.upc), reviews: product.reviews.map(withAuthor) },
          })),
        })),
        topProducts: fromProducts.topProducts.map(({ upc }, i) => ({
          ...full.get(upc),
          reviews: fromProducts.below[i]?.reviews.map(withAuthor),
        })),
      },
    });
  };
}
