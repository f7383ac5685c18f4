// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import org.pointwatch.cli.config.Keys;
import org.pointwatch.cli.config.Settings;
import org.pointwatch.cli.role.Dossiers;
import org.pointwatch.cli.role.RoleSet;
import org.pointwatch.cli.term.Talk;
import picocli.CommandLine.Command;

@Command(
        name = "process",
        description = "One role: the topology, from articles to counts.",
        footer = {"", "Example: pointwatch process --config cluster.yaml --set process.threads=4"})
final class ProcessCommand extends RoleCommand {
    ProcessCommand(Talk talk) {
        super(talk, "process", false);
    }

    @Override
    String start(RoleSet roles, Settings settings) {
        var dossier = Dossiers.load(settings.find(Keys.DOSSIER)).dossier().id();
        roles.process(dossier);
        return "following the dossier " + dossier + " as published on its topic";
    }
}
