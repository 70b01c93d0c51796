package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
        select * from a.b where c = 1              ¦ database-read a.b
        DROP TABLE IF EXISTS a                     ¦ database-destroy a +delete
        drop database a                            ¦ database-destroy a +all +delete
        drop view a                                ¦ database-change a +delete +schema
        TRUNCATE a                                 ¦ database-destroy a
        DELETE FROM a                              ¦ database-destroy a +delete +unfiltered
        DELETE FROM a WHERE 1=1                    ¦ database-destroy a +delete +unfiltered
        DELETE FROM a WHERE (b = b)                ¦ database-destroy a +delete +unfiltered
        DELETE FROM a WHERE b = 2 OR 1=1           ¦ database-destroy a +delete +unfiltered
        TRUNCATE a, b                              ¦ database-destroy a, database-destroy b
        DO $$ BEGIN DROP TABLE a; END $$           ¦ database-destroy a +delete, database-change do
        system ls a                                ¦ shell ls a
        DELETE FROM a WHERE b = 'c;d'              ¦ database-change a +delete +filtered
        UPDATE a SET b = 1                         ¦ database-change a +unfiltered
        UPDATE "a" SET b = 1 WHERE c = 2           ¦ database-change a
        INSERT INTO `a` VALUES ('DROP TABLE b')    ¦ database-change a
        CREATE TABLE IF NOT EXISTS a (b int)       ¦ database-change a +create +schema
        ALTER TABLE a DROP COLUMN b                ¦ database-change a +delete +schema
        ALTER TABLE a ADD COLUMN b int             ¦ database-change a +schema
        ALTER SYSTEM SET a = 1                     ¦ database-change a +schema
        SELECT pg_terminate_backend(7)             ¦ database-change 7 +stop
        SELECT pg_terminate_backend(a) FROM b WHERE usename = 'c' ¦ database-change c +stop, database-read b
        KILL 7                                     ¦ database-change 7 +stop
        SET GLOBAL a = 1                           ¦ database-change a
        SET a = 1                                  ¦ ``
        VACUUM FULL a                              ¦ database-change a
        VACUUM a                                   ¦ ``
        GRANT SELECT ON a TO b                     ¦ database-change a b +access
        GRANT ALL ON ALL TABLES IN SCHEMA a TO b   ¦ database-change a b +access
        REVOKE a FROM b                            ¦ database-change b +access
        CREATE USER a                              ¦ database-change a +access +create
        WITH x AS (SELECT 1) DELETE FROM a         ¦ database-destroy a +delete +unfiltered
        WITH x AS (SELECT 1 FROM b) SELECT * FROM a ¦ database-read a
        EXPLAIN DELETE FROM a                      ¦ database-read a
        COPY a TO PROGRAM 'cat'                    ¦ shell cat, database-read a
        -- DROP TABLE a                            ¦ ``
        /* ; */ SELECT 1                           ¦ ``
        BEGIN; COMMIT                              ¦ ``
        \\dt                                       ¦ ``
        \\! ls a                                   ¦ shell ls a
        .tables                                    ¦ ``
        .shell ls a                                ¦ shell ls a
        .output a                                  ¦ file-write a +overwrite
        \\copy a TO 'b.csv' CSV                    ¦ database-read a +dump, file-write b.csv +overwrite
        """)
    void classifiesStatements(String sql, String heard) {
        assertThat(String.join(", ", Heard.of("sql", sql))).isEqualTo(heard);
    }

    @Test
    void readsEveryStatement() {
        assertThat(Heard.of("sql", "SELECT 1 FROM a;\nDROP TABLE b; -- DROP TABLE c;\nTRUNCATE TABLE d"))
                .containsExactly("database-read a", "database-destroy b +delete", "database-destroy d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROBNICATE a", "hello world"})
    void whatIsNoStatementIsNotUnderstood(String sql) {
        assertThat(Heard.of("sql", sql)).singleElement().asString().startsWith("? ");
    }
}
