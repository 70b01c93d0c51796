package dev.greenlane.cli;

import dev.greenlane.gateway.Gateway;
import dev.greenlane.service.Token;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greenlane gateway}. */
@Command(
        name = "gateway",
        header = "Serve auto mode to Claude Code, whatever its model.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane gateway --upstream URL [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Claude Code's auto mode takes its verdicts from the server of its model. This stands between: requests"
                    + " and answers go through as they are, and the answers get the verdicts of Greenlane. So auto"
                    + " mode works with any model and behind any proxy, and no call runs without a verdict.",
            "",
            "Your keys go through with your requests; they are kept nowhere. It runs until you stop it.",
            "",
            "Example:",
            "  greenlane gateway --upstream http://127.0.0.1:8080 --listen 127.0.0.1:7434",
            "  ANTHROPIC_BASE_URL=http://127.0.0.1:7434 claude --permission-mode auto",
            "",
            "For one run of Claude Code: greenlane run --gateway -- claude"
        },
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 when it was stopped, 1 where it cannot run."})
final class GatewayCommand implements Callable<Integer> {
    private final Outside outside;

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            required = true,
            description = "The API behind it, without /v1: what ANTHROPIC_BASE_URL would be.")
    private String upstream = "";

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where to listen. Port 0 picks one that is free. An address that others can reach gets a"
                    + " token in its base URL. Default: ${DEFAULT-VALUE}.")
    private String listen = "127.0.0.1:7434";

    @Option(
            names = "--print-url",
            description = "Print the base URL, alone on the first line of standard output, once it listens.")
    private boolean printUrl;

    GatewayCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        Resident resident = Resident.of(outside);
        URI api = Gateways.upstream(upstream);
        InetSocketAddress address = address();
        try (Gateway gateway = Gateways.start(api, address, token(address, resident), resident, Optional.empty())) {
            if (printUrl) {
                outside.out().println(gateway.url());
                outside.out().flush();
            }
            outside.err().println("greenlane: the gateway to " + api + " listens on " + gateway.url());
            outside.err()
                    .println("greenlane: start Claude Code with ANTHROPIC_BASE_URL=" + gateway.url()
                            + " and --permission-mode auto");
            outside.err().flush();
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(end::countDown));
            end.await();
            return Exit.OK;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the gateway cannot run: " + e.getMessage() + ".");
        }
    }

    private InetSocketAddress address() {
        int colon = listen.lastIndexOf(':');
        String host = listen.substring(0, Math.max(0, colon)).replaceAll("^\\[|]$", "");
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(host.isEmpty() ? "127.0.0.1" : host),
                    Integer.parseInt(listen.substring(colon + 1)));
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw Failure.usage(listen + " is no address like 127.0.0.1:7434.");
        }
    }

    /** Kept, because clients' settings name it. */
    private static Optional<String> token(InetSocketAddress address, Resident resident) throws IOException {
        return address.getAddress().isLoopbackAddress()
                ? Optional.empty()
                : Optional.of(Token.in(resident.places().gatewayToken()));
    }
}
