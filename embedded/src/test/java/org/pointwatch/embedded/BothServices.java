// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.embedded;

import java.nio.file.Path;
import java.util.List;

/** A process with both services, which writes to both, says so, and then waits to be killed. */
final class BothServices {

    static final String READY = "acknowledged";

    private BothServices() {}

    public static void main(String[] arguments) throws Exception {
        try (var data = DataDirectory.open(Path.of(arguments[0]));
                var broker = EmbeddedBroker.start(BrokerSettings.in(data.broker()));
                var database = EmbeddedDatabase.start(Refusals.database(data.postgres()))) {
            Records.createTopic(broker.bootstrapServers());
            Records.write(broker.bootstrapServers(), List.of("one", "two"));
            Rows.execute(database, "create table kept as select 'row' as name");
            System.out.println(READY);
            System.in.read();
        }
    }
}
