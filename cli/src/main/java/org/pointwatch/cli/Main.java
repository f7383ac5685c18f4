// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ServiceLoader;
import org.pointwatch.cli.config.SettingsException;
import org.pointwatch.cli.term.Failure;
import org.pointwatch.cli.term.Talk;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** Parses the call, runs the command and turns its end into an exit code. */
@Command(
        name = "pointwatch",
        version = "pointwatch 0.1.0",
        description = "Follows a negotiation in the news, and counts what it finds so that the counts stay right.",
        synopsisSubcommandLabel = "<command>",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            FetchCommand.class,
            ProcessCommand.class,
            SinkCommand.class,
            DeskCommand.class,
            BrokerCommand.class,
            TopicsCommand.class,
            FeedsCommand.class,
            DossierCommand.class,
            AnalyzeCommand.class,
            DatesCommand.class,
            SentimentCommand.class,
            StoriesCommand.class,
            StoryCommand.class,
            VetoCommand.class,
            AuditCommand.class,
            ForgetCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            ReprocessCommand.class,
            CompareCommand.class,
            ParseFeedCommand.class,
            ExtractCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "bench, which measures this machine, has a class path of its own: pointwatch bench --help",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or settings. Results go to stdout, all else to stderr.",
            "Settings: docs/configuration.md. First steps: pointwatch demo"
        })
public final class Main {
    private static final String OUR_LOGS = "org.pointwatch";

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean debug;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log in detail to stderr.")
    private boolean verbose;

    private Main() {}

    public static void main(String[] args) {
        var talk = Talk.ofProcess();
        var code = run(talk, args);
        talk.out().flush();
        System.exit(code);
    }

    static int run(Talk talk, String... args) {
        var main = new Main();
        var line = new CommandLine(main, new WithTalk(talk));
        ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
        help(line);
        line.setOut(writer(talk.out()));
        line.setErr(writer(talk.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> main.execute(parsed));
        line.setExecutionExceptionHandler((e, command, parsed) -> main.fail(talk, e));
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Every command has --help, also those from other jars. */
    private static void help(CommandLine line) {
        var todo = new ArrayDeque<CommandLine>();
        todo.add(line);
        while (!todo.isEmpty()) {
            var command = todo.remove();
            var spec = command.getCommandSpec();
            spec.mixinStandardHelpOptions(true);
            spec.usageMessage().abbreviateSynopsis(true).width(100);
            todo.addAll(command.getSubcommands().values());
        }
    }

    private int execute(ParseResult parsed) {
        if (verbose) {
            level(OUR_LOGS, Level.DEBUG);
            level("kafka", Level.INFO);
            level("org.apache.kafka", Level.INFO);
            level(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.INFO);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static void level(String logger, Level level) {
        if (LoggerFactory.getLogger(logger) instanceof Logger logback) {
            logback.setLevel(level);
        }
    }

    private int fail(Talk talk, Exception e) {
        talk.out().flush();
        if (debug) {
            e.printStackTrace(talk.err());
        }
        if (e instanceof SettingsException settings) {
            settings.problems().forEach(problem -> talk.say("pointwatch: " + problem));
            return Failure.USAGE;
        }
        talk.say("pointwatch: " + message(e));
        return e instanceof Failure failure ? failure.exitCode() : Failure.FAILED;
    }

    private static String message(Throwable e) {
        var message = e.getMessage();
        var expected = e.getClass().getName().startsWith(OUR_LOGS);
        return expected && message != null ? message : e + " (this was not expected; --debug shows more)";
    }

    /** Makes commands that want to talk. */
    private record WithTalk(Talk talk) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Talk.class) {
                    return type.cast(constructor.newInstance(talk));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
