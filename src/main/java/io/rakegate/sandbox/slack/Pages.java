package io.rakegate.sandbox.slack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The fake Slack as a person sees it: the channels, and what was said in each. */
@WithSandbox
@Controller("sandboxSlackPages")
class Pages {

    private static final int PER_PAGE = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Channels channels;
    private final Messages messages;
    private final Outages outages;

    Pages(Channels channels, Messages messages, Outages outages) {
        this.channels = channels;
        this.messages = messages;
        this.outages = outages;
    }

    /**
     * A channel in the list.
     *
     * @param channel the channel
     * @param count how many messages it has
     * @param latest its newest message, null if it has none
     */
    record Listed(Channel channel, int count, @Nullable Shown latest) {}

    /**
     * A message on the page.
     *
     * @param anchor its place on the page
     * @param html what it says
     * @param at when it was posted, for programs
     * @param day when it was posted, for people
     * @param time when it was posted, for people, in UTC
     * @param edited whether it was changed
     * @param metadata what it carries for programs, empty if nothing
     */
    record Shown(String anchor, String html, Instant at, String day, String time, boolean edited, String metadata) {}

    /** All messages of one day, oldest first. */
    record Day(String name, List<Shown> messages) {}

    @GetMapping({"/sandbox/slack", "/sandbox/slack/"})
    String channels(Model model) {
        List<Listed> listed = channels.all().stream()
                .map(channel -> new Listed(channel, messages.count(channel.id()), latest(channel)))
                .toList();
        model.addAttribute("channels", listed);
        model.addAttribute("outages", outages.all());
        return "sandbox/slack/channels";
    }

    @GetMapping("/sandbox/slack/{channel}")
    String channel(@PathVariable String channel, @RequestParam(required = false) @Nullable String before, Model model) {
        Channel shown = channels.byIdOrName(channel)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such channel here."));
        long end = before == null
                ? Long.MAX_VALUE
                : MessageTime.parseAnchor(before)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.BAD_REQUEST,
                                "\"before\" names no message; it looks like p1772445600000100."))
                        .micros();
        List<Message> found = messages.between(shown.id(), 0, end, PER_PAGE + 1);
        List<Message> page = new ArrayList<>(found.subList(0, Math.min(PER_PAGE, found.size())));
        Collections.reverse(page);

        model.addAttribute("channel", shown);
        model.addAttribute("channels", channels.all());
        model.addAttribute("days", byDay(page));
        model.addAttribute("older", found.size() > PER_PAGE ? page.get(0).time().anchor() : null);
        model.addAttribute("latestPage", before == null);
        return "sandbox/slack/channel";
    }

    private @Nullable Shown latest(Channel channel) {
        return messages.between(channel.id(), 0, Long.MAX_VALUE, 1).stream()
                .map(Pages::shown)
                .findFirst()
                .orElse(null);
    }

    private static List<Day> byDay(List<Message> oldestFirst) {
        Map<LocalDate, List<Shown>> days = oldestFirst.stream()
                .map(Pages::shown)
                .collect(Collectors.groupingBy(
                        message -> message.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()));
        return days.entrySet().stream()
                .map(day -> new Day(DAY.format(day.getKey()), day.getValue()))
                .toList();
    }

    private static Shown shown(Message message) {
        Instant at = message.time().instant();
        String metadata = message.metadata();
        return new Shown(
                message.time().anchor(),
                Mrkdwn.html(message.text()),
                at,
                DAY.format(at.atOffset(ZoneOffset.UTC)),
                TIME.format(at.atOffset(ZoneOffset.UTC)),
                message.edited() != null,
                metadata == null ? "" : metadata);
    }
}
