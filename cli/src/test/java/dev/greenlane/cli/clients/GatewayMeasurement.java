package dev.greenlane.cli.clients;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.files.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures a gateway: what it adds to the first byte and to the last event, many streams at once, and a long run. The API, the
 * clients and the gateway share this machine. {@code mvn verify -pl cli -am -Pload -DskipTests} runs it.
 */
final class GatewayMeasurement {
    private static final int WARM_UP = 1500;
    private static final int MEASURED = 600;
    private static final int STREAMS = 200;
    private static final int ROUNDS = 10;
    private static final int EVENTS_OF_LONG = 100;
    private static final int SOAKING_CLIENTS = 10;
    private static final int SOAKING_PAUSE = 200;

    private final String request;
    private int api;
    private int gateway;
    private long pid;

    private GatewayMeasurement() {
        String words = "x".repeat(50_000);
        this.request = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + words
                + "\"}],\"safeguards\":[{\"type\":\"dangerous_tool_use\",\"classifier_context\":{\"v\":1,"
                + "\"permission_mode\":\"auto\",\"live_cwd\":\"/tmp\"}}],\"stream\":true}";
    }

    /** @param arguments for how many seconds the long run goes on */
    public static void main(String[] arguments) throws Exception {
        new GatewayMeasurement().run(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().halt(0);
    }

    private void run(int seconds) throws Exception {
        Path home = Files.createTempDirectory("greenlane-measure");
        try (ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress())) {
            api = server.getLocalPort();
            Thread.ofVirtual().start(() -> serve(server));
            Process process = start(home);
            try {
                latency();
                many();
                soak(seconds);
            } finally {
                process.destroy();
                process.waitFor();
                new Command(home, environment(home)).run("uninstall", "--all");
            }
        } finally {
            Folders.remove(home);
        }
    }

    private Process start(Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Command.words(
                        "gateway", "--upstream", "http://127.0.0.1:" + api, "--listen", "127.0.0.1:0", "--print-url"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment(home));
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        gateway = URI.create(String.valueOf(out.readLine())).getPort();
        pid = process.pid();
        return process;
    }

    private static Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", System.getenv("PATH"));
        // As the launcher runs it.
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:+UseG1GC -XX:TieredStopAtLevel=1 -Xms24m -Xmx512m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"
                        + " -Djdk.nio.maxCachedBufferSize=65536");
        return environment;
    }

    private record Times(double first, double all) {}

    private void latency() throws IOException {
        List<Times> direct = new ArrayList<>();
        List<Times> through = new ArrayList<>();
        try (Socket toApi = new Socket(InetAddress.getLoopbackAddress(), api);
                Socket toGateway = new Socket(InetAddress.getLoopbackAddress(), gateway)) {
            toApi.setTcpNoDelay(true);
            toGateway.setTcpNoDelay(true);
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                Times one = ask(toApi, "/short/v1/messages").times();
                Times other = ask(toGateway, "/short/v1/messages").times();
                if (i >= WARM_UP) {
                    direct.add(one);
                    through.add(other);
                }
            }
        }
        say(
                "first byte: direct p50 %.2f ms, through the gateway p50 %.2f ms, p99 %.2f ms",
                at(direct, 0.5, true), at(through, 0.5, true), at(through, 0.99, true));
        say(
                "last event: direct p50 %.2f ms, through the gateway p50 %.2f ms, p99 %.2f ms",
                at(direct, 0.5, false), at(through, 0.5, false), at(through, 0.99, false));
    }

    private void many() throws Exception {
        say("memory before %d MB", memory());
        for (int round = 1; round <= ROUNDS; round++) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < STREAMS; i++) {
                    all.add(() -> {
                        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway)) {
                            return isWhole(ask(socket, "/long/v1/messages").text());
                        }
                    });
                }
                int whole = 0;
                for (Future<Boolean> one : threads.invokeAll(all)) {
                    whole += one.get() ? 1 : 0;
                }
                say("round %d: %d of %d streams whole, with verdict; memory %d MB", round, whole, STREAMS, memory());
            }
        }
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < EVENTS_OF_LONG; i++) {
            if (!text.contains("\"text\":\"piece " + i + " \"")) {
                return false;
            }
        }
        return text.contains("\"outcome\":\"not_flagged\"") && text.contains("message_stop");
    }

    private void soak(int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long[] counts = new long[SOAKING_CLIENTS];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SOAKING_CLIENTS; i++) {
                int client = i;
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway)) {
                            for (int k = 0; k < 20 && System.nanoTime() < end; k++) {
                                ask(socket, "/short/v1/messages");
                                counts[client]++;
                                Thread.sleep(SOAKING_PAUSE);
                            }
                        }
                    }
                    return null;
                });
            }
            while (System.nanoTime() < end) {
                Thread.sleep(Math.min(30_000, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
                say("long run: %d answers, memory %d MB", Arrays.stream(counts).sum(), memory());
            }
        }
    }

    /** The memory that the gateway's process holds. */
    private long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    private record Answer(Times times, String text) {}

    private Answer ask(Socket socket, String path) throws IOException {
        byte[] body = request.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: x\r\nx-claude-code-session-id: measure\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        OutputStream out = socket.getOutputStream();
        out.write(head);
        out.write(body);
        out.flush();
        InputStream in = socket.getInputStream();
        byte[] piece = new byte[64 * 1024];
        StringBuilder text = new StringBuilder();
        double first = 0;
        while (text.indexOf("\r\n0\r\n\r\n") < 0) {
            int read = in.read(piece);
            if (read < 0) {
                throw new IOException("cut off: " + text);
            }
            if (text.isEmpty()) {
                first = (System.nanoTime() - begin) / 1e6;
            }
            text.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
        }
        return new Answer(new Times(first, (System.nanoTime() - begin) / 1e6), text.toString());
    }

    private static double at(List<Times> all, double part, boolean first) {
        double[] sorted = all.stream()
                .mapToDouble(times -> first ? times.first() : times.all())
                .sorted()
                .toArray();
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    // ---- the API

    private static void serve(ServerSocket server) {
        while (true) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> answers(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answers(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            while (true) {
                String head = head(in);
                int at = head.toLowerCase(Locale.ROOT).indexOf("content-length: ") + 16;
                in.readNBytes(Integer.parseInt(head.substring(at, head.indexOf('\r', at))));
                answer(client.getOutputStream(), head.contains("/long/"));
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(OutputStream out, boolean slow) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        chunk(out, "{\"type\":\"message_start\",\"message\":{\"content\":[]}}");
        for (int i = 0; slow && i < EVENTS_OF_LONG; i++) {
            chunk(
                    out,
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"piece "
                            + i + " \"}}");
            Thread.sleep(50);
        }
        String id = "toolu_" + System.nanoTime();
        chunk(
                out,
                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"" + id
                        + "\",\"name\":\"Bash\",\"input\":{}}}");
        chunk(
                out,
                "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
                        + Json.line("{\"command\":\"git status\"}") + "}}");
        chunk(out, "{\"type\":\"content_block_stop\",\"index\":1}");
        chunk(
                out,
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":1}}");
        chunk(out, "{\"type\":\"message_stop\"}");
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void chunk(OutputStream out, String json) throws IOException {
        String event = "data: " + json + "\n\n";
        out.write((Integer.toHexString(event.length()) + "\r\n" + event + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("end");
            }
            head.append((char) b);
        }
        return head.toString();
    }
}
