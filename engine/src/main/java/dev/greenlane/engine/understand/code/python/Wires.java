package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.python.Origins.Origin;
import dev.greenlane.engine.value.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices when a shell is connected to a socket. */
final class Wires {

    private final Report report;
    private final Set<Value> connected = new LinkedHashSet<>();
    private final Set<Value> listening = new LinkedHashSet<>();
    private boolean duplicated;
    private boolean shell;
    private boolean commanded;
    private boolean bareShell;

    Wires(Report report) {
        this.report = report;
    }

    /** Whether data written to this thing goes to a socket. */
    static boolean isConnection(Thing thing) {
        return Things.origins(thing).has(Origin.SOCKET)
                || thing instanceof Thing.Made made && made.type.startsWith("socket");
    }

    /** A described function was called. */
    void called(String name, Map<String, Thing> bound) {
        switch (name) {
            case "socket.socket.connect", "socket.socket.connect_ex", "socket.create_connection" -> {
                Thing address = bound.getOrDefault("address", Thing.NONE);
                connected.add(LibraryCalls.endpoint(address));
                Optional.ofNullable(bound.get("self"))
                        .filter(Thing.Made.class::isInstance)
                        .ifPresent(socket -> ((Thing.Made) socket).about = address);
            }
            case "asyncio.open_connection" ->
                connected.add(LibraryCalls.endpoint(bound.getOrDefault("host", Thing.NONE)));
            case "os.dup2" -> duplicated = true;
            default -> {}
        }
    }

    void listening(Value address) {
        listening.add(address);
    }

    /** The streams of the process go to a socket. */
    void duplicated() {
        duplicated = true;
    }

    /**
     * A shell is started.
     *
     * @param bare whether it is given nothing to run, so that it runs what it reads
     */
    void shell(boolean bare) {
        shell = true;
        bareShell |= bare;
    }

    /** Something that came over a socket is run. */
    void commanded() {
        commanded = true;
    }

    /** Tells what was noticed, when all code was followed. */
    void conclude() {
        if (!(duplicated && shell || commanded || bareShell)) {
            return;
        }
        for (Value address : connected) {
            report.host(EffectKind.NETWORK_SEND, address, Set.of("shell"), Set.of(), Certainty.CERTAIN);
        }
        for (Value address : listening) {
            report.host(EffectKind.NETWORK_LISTEN, address, Set.of("shell"), Set.of(), Certainty.CERTAIN);
        }
    }
}
