// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.Metrics;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.role.Services;
import org.pointwatch.cli.role.Shutdown;
import org.pointwatch.cli.role.TopicCheck;
import org.pointwatch.cli.term.Talk;
import org.pointwatch.embedded.DataDirectory;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;

/** One role of a cluster: waits for Kafka and the topics, starts, tells where its metrics are, runs until it is ended. */
abstract class RoleCommand implements Callable<Integer> {
    private final Talk talk;
    private final String role;
    private final boolean withDatabase;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    RoleCommand(Talk talk, String role, boolean withDatabase) {
        this.talk = talk;
        this.role = role;
        this.withDatabase = withDatabase;
    }

    /** Starts the role; returns what a person should be told. */
    abstract String start(RoleSet roles, Settings settings);

    /** Whether the role starts at once, and waits for Kafka and the topics by itself. */
    boolean waitsByItself() {
        return false;
    }

    /** What can be done while Kafka is waited for. */
    void prepare(RoleSet roles) {}

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.read();
        informative();
        try (var shutdown = new Shutdown();
                var directory = DataDirectory.open(settings.get(Keys.DATA).resolve("role-" + role));
                var services = Services.configured(settings, withDatabase);
                var metrics = new Metrics();
                var roles = new RoleSet(settings, services, directory.root(), Clock.systemUTC(), metrics)) {
            roles.serveMetrics();
            talk.say(role + ": metrics at " + metrics.address());
            prepare(roles);
            if (!waitsByItself()) {
                new TopicCheck(services.kafka(), settings).awaitTopics(line -> talk.say(role + ": " + line));
            }
            talk.say(role + ": " + start(roles, settings));
            shutdown.await(roles.failure());
            talk.say(role + ": stopping");
        }
        return 0;
    }

    /** A role says by itself what it does; a short command does not. */
    static void informative() {
        if (LoggerFactory.getLogger("org.pointwatch") instanceof Logger ours && ours.getLevel() == Level.WARN) {
            ours.setLevel(Level.INFO);
        }
    }
}
