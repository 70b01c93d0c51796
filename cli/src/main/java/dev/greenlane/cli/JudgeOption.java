package dev.greenlane.cli;

import dev.greenlane.models.judge.Judge;
import dev.greenlane.models.judge.Written;
import dev.greenlane.service.judge.JudgeSettings;
import dev.greenlane.service.judge.JudgeSettings.Unusable;
import dev.greenlane.service.judge.RulingBook;
import dev.greenlane.service.rules.OwnRules;
import dev.greenlane.service.rules.OwnRules.InvalidRules;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether what the rules cannot decide is judged. */
final class JudgeOption {
    @Option(
            names = "--judge",
            description =
                    "Have the judge of your settings decide on what the rules cannot; it costs what judge-day-dollars"
                            + " allows at most.")
    private boolean judge;

    @Option(
            names = "--rulings",
            paramLabel = "FILE",
            description =
                    "With --judge: take rulings from this file where it has them, and write new ones to it. Without:"
                            + " only take them. Lines of greenlane log --json are read, too.")
    private @Nullable Path rulings;

    /** Who judges. */
    Bar bar(Outside outside) {
        if (!judge && rulings == null) {
            return Bar.nobody();
        }
        Settings settings = settings(outside);
        try {
            Optional<RulingBook> book = rulings == null
                    ? Optional.empty()
                    : Optional.of(RulingBook.open(outside.folder().resolve(rulings)));
            if (!judge) {
                return new Bar(Optional.empty(), book, written(settings), 0);
            }
            JudgeSettings wanted = JudgeSettings.of(settings, outside.environment(), outside.home());
            if (wanted.endpoints().isEmpty()) {
                throw Failure.usage("no judge is set up: set judge-model in "
                        + Resident.of(outside).settings().userFile() + ".");
            }
            Judge asked = new Judge(wanted.endpoints(), wanted.patience());
            return new Bar(Optional.of(asked), book, written(settings), wanted.perDay());
        } catch (Unusable e) {
            throw new Failure(Exit.FAILED, "the judge cannot be asked: " + e.reason() + ".");
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the file " + rulings + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** What holds in the folder that a command was started in. */
    static Settings settings(Outside outside) {
        return Resident.of(outside).settings().in(Optional.of(outside.folder()));
    }

    /** What the files of rules say to a judge. */
    static Written written(Settings settings) {
        return rules(settings).written();
    }

    /** What the files of rules say. */
    static OwnRules rules(Settings settings) {
        OwnRules rules = OwnRules.NONE;
        for (Setting setting : settings.rules()) {
            try {
                OwnRules read = OwnRules.read(setting.value(), Files.readString(setting.file()));
                rules = rules.with(setting.source() == Source.PROJECT ? read.onlyTightening() : read);
            } catch (IOException | InvalidRules e) {
                throw new Failure(
                        Exit.FAILED, "the file of rules " + setting.file() + " cannot be used: " + e.getMessage());
            }
        }
        return rules;
    }
}
