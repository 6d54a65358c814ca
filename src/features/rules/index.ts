export { type RulesEnv, ruleRoutes } from './routes.tsx';
