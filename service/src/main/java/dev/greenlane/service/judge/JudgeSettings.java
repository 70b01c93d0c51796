package dev.greenlane.service.judge;

import dev.greenlane.models.endpoint.Endpoint;
import dev.greenlane.models.endpoint.Price;
import dev.greenlane.models.endpoint.Style;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the settings say of the judge.
 *
 * @param endpoints the models to ask, in order; empty for no judge
 * @param perSession what judging may cost in a session, in millionths of a US dollar
 * @param perDay what it may cost on a day
 */
public record JudgeSettings(List<Endpoint> endpoints, Duration patience, long perSession, long perDay) {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    public JudgeSettings {
        endpoints = List.copyOf(endpoints);
    }

    /** The judge cannot be asked with these settings; the message says why, as a clause. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unusable(String reason) {
            super(reason, null, false, false);
        }

        /** Why, as a clause. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    private record Keys(Key model, Key style, Key address, Key secret, Key price) {}

    private static final List<Keys> SEATS = List.of(
            new Keys(Key.JUDGE_MODEL, Key.JUDGE_STYLE, Key.JUDGE_ADDRESS, Key.JUDGE_KEY, Key.JUDGE_PRICE),
            new Keys(
                    Key.SECOND_JUDGE_MODEL,
                    Key.SECOND_JUDGE_STYLE,
                    Key.SECOND_JUDGE_ADDRESS,
                    Key.SECOND_JUDGE_KEY,
                    Key.SECOND_JUDGE_PRICE));

    /**
     * Reads them, and the keys that they name.
     *
     * @param environment where keys may be
     * @param home for keys in files below {@code ~}
     */
    public static JudgeSettings of(Settings settings, Map<String, String> environment, Optional<String> home)
            throws Unusable {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Keys seat : SEATS) {
            Optional<String> model = settings.text(seat.model());
            if (model.isPresent()) {
                endpoints.add(endpoint(settings, seat, model.get(), environment, home));
            }
        }
        return new JudgeSettings(
                endpoints,
                Duration.ofSeconds(settings.number(Key.JUDGE_SECONDS)),
                micros(settings.get(Key.JUDGE_SESSION_DOLLARS).value()),
                micros(settings.get(Key.JUDGE_DAY_DOLLARS).value()));
    }

    private static Endpoint endpoint(
            Settings settings, Keys seat, String model, Map<String, String> environment, Optional<String> home)
            throws Unusable {
        Style style = Style.valueOf(settings.get(seat.style()).value().toUpperCase(Locale.ROOT));
        String address = settings.text(seat.address()).orElse(style.home());
        boolean here = isThisMachine(address);
        Optional<String> source = settings.text(seat.secret());
        Optional<String> key = source.isEmpty() ? Optional.empty() : Optional.of(key(source.get(), environment, home));
        if (key.isPresent() && !here && !address.startsWith("https:")) {
            throw new Unusable("a key is only shown to an https address, and " + address + " is none");
        }
        return new Endpoint(style, address, model, key, price(settings.text(seat.price()), here));
    }

    private static String key(String source, Map<String, String> environment, Optional<String> home) throws Unusable {
        String name = source.substring(source.indexOf(':') + 1);
        if (source.startsWith("env:")) {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                throw new Unusable("the environment variable " + name + ", where its key should be, is not set");
            }
            return value;
        }
        Path file = Path.of(name.startsWith("~/") ? home.orElse("") + name.substring(1) : name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Unusable("the file " + file + ", where its key should be, cannot be read");
        }
    }

    private static Price price(Optional<String> price, boolean here) {
        if (price.isEmpty()) {
            return here ? Price.FREE : Price.DEAR;
        }
        String[] both = price.get().split("/", 2);
        return new Price(Double.parseDouble(both[0]), Double.parseDouble(both[1]));
    }

    private static long micros(String dollars) {
        return new BigDecimal(dollars).multiply(MICROS).longValue();
    }

    private static boolean isThisMachine(String address) {
        try {
            String host = Optional.ofNullable(URI.create(address).getHost()).orElse("");
            return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.[0-9.]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
