package io.rakegate.evidence;

import io.rakegate.support.TestDatabase;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;

/** A database with the tables of evidence and no others, one for all tests of this room. */
final class EvidenceDatabase {

    private static final DataSource DATA_SOURCE = create();

    private EvidenceDatabase() {}

    static DataSource dataSource() {
        return DATA_SOURCE;
    }

    private static DataSource create() {
        DataSource dataSource = TestDatabase.dataSource(TestDatabase.empty());
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/modules/30-evidence.sql");
        try {
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException broken) {
            throw new IllegalStateException(broken);
        }
        return dataSource;
    }
}
