// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.term.Talk;
import picocli.CommandLine.Command;

@Command(
        name = "desk",
        description = "One role: the web page and its API.",
        footer = {"", "Example: pointwatch desk --config cluster.yaml --set desk.port=9000"})
final class DeskCommand extends RoleCommand {
    DeskCommand(Talk talk) {
        super(talk, "desk", false);
    }

    /** It answers, and shows what the database has, while Kafka is away. */
    @Override
    boolean waitsByItself() {
        return true;
    }

    @Override
    String start(RoleSet roles, Settings settings) {
        return "open " + roles.desk();
    }
}
