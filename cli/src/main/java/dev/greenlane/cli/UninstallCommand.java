package dev.greenlane.cli;

import dev.greenlane.agents.install.FileChange;
import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.HookPlaces;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.api.Places;
import dev.greenlane.cli.copy.PrivateCopy;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane uninstall}. */
@Command(
        name = "uninstall",
        header = "Take Greenlane's hooks out of an agent's settings.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane uninstall AGENT|--all [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Leaves the settings as they are without the hooks. With --all it also ends the service and removes all"
                + " that Greenlane keeps in your home: the copy of the program, your settings of it, and the ledger."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n")
final class UninstallCommand implements Callable<Integer> {
    private static final String STAYS = "Greenlane itself stays, because not every hook could be taken out.";

    private final Outside outside;

    @Mixin
    private final AgentChoice choice = new AgentChoice();

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--project", description = "From the settings of the project in this folder.")
    private boolean project;

    @Option(names = "--keep-ledger", description = "With --all: keep the ledger and your settings of Greenlane.")
    private boolean keepLedger;

    UninstallCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Resident resident = Resident.of(outside);
        Path home = resident.home(outside);
        PrivateCopy copy = new PrivateCopy(resident.places().data());
        Hooks hooks = new Hooks(copy.client(), Optional.empty(), false);
        List<HookPlace> places = choice.isAll() ? HookPlaces.all() : choice.places(outside, home);
        try {
            boolean done = true;
            for (HookPlace place : places) {
                done &= uninstall(place, hooks, home);
            }
            if (choice.isAll() && !project) {
                outside.out().println(done ? remove(resident.places(), copy, home) : STAYS);
            }
            return done ? Exit.OK : Exit.FAILED;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "it cannot be taken out: " + e.getMessage() + ".");
        }
    }

    private boolean uninstall(HookPlace place, Hooks hooks, Path home) throws IOException {
        Optional<Installation> installation =
                hooks.in(place, home, project ? Optional.of(outside.folder()) : Optional.empty());
        if (installation.isEmpty()) {
            return true;
        }
        try {
            List<FileChange> changes = installation.get().uninstall();
            for (FileChange change : changes) {
                FileChange back = SettingsChange.asItWas(change);
                SettingsChange.show(back, outside.out(), colour.terminal(outside));
                SettingsChange.carryOut(back);
                if (back.after().isEmpty()) {
                    EmptyFolders.remove(back.file().getParent(), project ? outside.folder() : home);
                }
            }
            for (Path file : installation.get().files()) {
                SettingsChange.forget(file);
            }
            if (!changes.isEmpty() || !choice.isAll()) {
                outside.out()
                        .println(place.agent()
                                + (changes.isEmpty()
                                        ? ": there were no hooks."
                                        : ": its calls are not reviewed any more."));
            }
            return true;
        } catch (NotEditable e) {
            outside.out().println(place.agent() + ": its settings were not touched, " + e.reason() + ".");
            return false;
        }
    }

    private String remove(Places places, PrivateCopy copy, Path home) throws IOException {
        ServiceEnd.await(places);
        copy.remove();
        EmptyFolders.remove(places.data(), home);
        if (keepLedger) {
            return "Greenlane is gone; its ledger is in " + places.state() + ".";
        }
        for (Path folder : List.of(places.state(), places.settings())) {
            empty(folder);
            EmptyFolders.remove(folder, home);
        }
        return "Greenlane is gone, with its settings and its ledger.";
    }

    private static void empty(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (DirectoryNotEmptyException e) {
                empty(file);
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
