// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.term.Talk;
import picocli.CommandLine.Command;

@Command(
        name = "fetch",
        description = "One role: polls feeds and writes their articles to Kafka.",
        footer = {"", "Example: pointwatch fetch --set kafka.bootstrap.servers=kafka:9092"})
final class FetchCommand extends RoleCommand {
    FetchCommand(Talk talk) {
        super(talk, "fetch", false);
    }

    @Override
    String start(RoleSet roles, Settings settings) {
        roles.fetch(roles.fetchSettings(), roles.pageSettings());
        return "polling the feeds of the list; change it with `pointwatch feeds`";
    }
}
