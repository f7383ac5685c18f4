// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.term.Talk;
import picocli.CommandLine.Command;

@Command(
        name = "sink",
        description = "One role: output topics to PostgreSQL, exactly once.",
        footer = {"", "Example: pointwatch sink --config cluster.yaml --set db.url=jdbc:postgresql://db:5432/pointwatch"
        })
final class SinkCommand extends RoleCommand {
    SinkCommand(Talk talk) {
        super(talk, "sink", true);
    }

    @Override
    void prepare(RoleSet roles) {
        roles.prepareSink();
    }

    @Override
    String start(RoleSet roles, Settings settings) {
        roles.sink();
        return "storing what the topics bring";
    }
}
