import tseslint from 'typescript-eslint';

// Typed rules only: formatting and the untyped rules are biome's.
export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'bench/peers/**',
      '**/dist/**',
      '**/generated/**',
      '*.config.js',
      '.dependency-cruiser.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Numbers in template strings are what ports, counts and durations are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A leading underscore says that a value is left out on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Index signatures are read with brackets (tsconfig noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      // Resolvers and interface functions are async by contract, also when they have nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
);
