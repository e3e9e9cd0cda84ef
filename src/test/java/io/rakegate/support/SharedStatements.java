package io.rakegate.support;

import java.sql.Connection;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The engine reads the SQL of its thousand statements at each start, which takes longer than all the rest of it, and they
 * are the same for all engines of a test run: the first one reads them for the others, each of which has its own database
 * and transactions all the same. Applies to every Spring application of the tests ({@code META-INF/spring.factories}).
 */
final class SharedStatements extends AbstractProcessEnginePlugin {

    private static @Nullable Configuration statements;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Configuration known = known();
        if (known != null) {
            engine.setSqlSessionFactory(new OfEngine(engine, known));
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        remember(engine.getSqlSessionFactory().getConfiguration());
    }

    private static synchronized @Nullable Configuration known() {
        return statements;
    }

    private static synchronized void remember(Configuration read) {
        statements = read;
    }

    /** Hands the plugin to each application. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("sharedStatements", new SharedStatements());
        }
    }

    /** Opens sessions on the database of one engine, in the one way in which the engine asks for them. */
    private record OfEngine(ProcessEngineConfigurationImpl engine, Configuration statements)
            implements SqlSessionFactory {

        @Override
        public SqlSession openSession() {
            Transaction transaction =
                    engine.getTransactionFactory().newTransaction(engine.getDataSource(), null, false);
            Executor executor = statements.newExecutor(transaction, statements.getDefaultExecutorType());
            return new DefaultSqlSession(statements, executor, false);
        }

        @Override
        public Configuration getConfiguration() {
            return statements;
        }

        @Override
        public SqlSession openSession(boolean autoCommit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(Connection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(TransactionIsolationLevel level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type, boolean autoCommit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type, Connection connection) {
            throw new UnsupportedOperationException();
        }
    }
}
