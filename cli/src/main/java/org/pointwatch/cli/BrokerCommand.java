// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.Shutdown;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.embedded.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "broker",
        description = "The embedded Kafka and PostgreSQL alone, for trials and tests.",
        footer = {
            "",
            "Prints both addresses as settings for the other roles. In a container: --set broker.host=0.0.0.0",
            "--set broker.advertised-host=NAME --set broker.port=9092 --set postgres.port=5432, and a db.password."
        })
final class BrokerCommand implements Callable<Integer> {
    private final Talk talk;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    BrokerCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.read();
        var failure = new CompletableFuture<Throwable>();
        try (var shutdown = new Shutdown();
                var data = DataDirectory.open(settings.get(Keys.DATA));
                var services = Services.all(settings, data)) {
            services.failure().thenAccept(failure::complete);
            talk.result(Keys.BOOTSTRAP.name() + ": " + services.kafka().bootstrap());
            talk.result(Keys.DB_URL.name() + ": " + services.database().jdbcUrl());
            talk.result(Keys.DB_USER.name() + ": " + services.database().user());
            talk.out().flush();
            talk.say("broker: ready; the database's password is the one configured, or in "
                    + data.postgres().resolve("password") + " with everything else under " + data.root());
            shutdown.await(failure);
            talk.say("broker: stopping");
        }
        return 0;
    }
}
