// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.PostgresExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/schema.md is written from the comments in the migrations; {@code -Dsnapshot.update} writes it anew. */
class SchemaDocumentTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", ".")).resolve("../docs/schema.md");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void saysWhatTheDatabaseSays() throws IOException, SQLException {
        try (var direct =
                new Direct(POSTGRES, POSTGRES.freshDatabase(), new Keep(Duration.ZERO, InstantSource.system()))) {
            var document = new SchemaDocument(direct).text();
            if (System.getProperty("snapshot.update") != null) {
                Files.writeString(DOCUMENT, document);
            }
            assertThat(DOCUMENT).exists();
            assertThat(Files.readString(DOCUMENT))
                    .as(
                            "docs/schema.md is stale: mvn -pl sink test -Dtest=SchemaDocumentTest -Dsnapshot.update writes it anew")
                    .isEqualTo(document);
        }
    }

    @Test
    void everyExampleQuestionIsAnswered() throws SQLException {
        try (var direct =
                new Direct(POSTGRES, POSTGRES.freshDatabase(), new Keep(Duration.ZERO, InstantSource.system()))) {
            for (var question : SchemaDocument.QUESTIONS.entrySet()) {
                assertThat(direct.query(question.getValue()))
                        .as(question.getKey())
                        .isNotNull();
            }
        }
    }

    @Test
    void explainsEverythingThatPeopleMeet() throws SQLException {
        try (var direct =
                new Direct(POSTGRES, POSTGRES.freshDatabase(), new Keep(Duration.ZERO, InstantSource.system()))) {
            assertThat(
                            direct.query(
                                    """
                            SELECT c.relname::text, a.attname::text FROM pg_class c
                            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                AND c.relkind IN ('r', 'p', 'v')
                            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'i', 'I')
                              AND NOT c.relispartition AND c.relname NOT LIKE 'flyway%'
                              AND (obj_description(c.oid, 'pg_class') IS NULL
                                   OR a.attnum IS NOT NULL AND col_description(c.oid, a.attnum) IS NULL)"""))
                    .isEqualTo(List.of());
        }
    }
}
