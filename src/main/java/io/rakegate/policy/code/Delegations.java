package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises calls that hand the task's work over to a class, whose name tells where it would be found. */
public final class Delegations {

    private static final Set<String> VERBS = Words.setOf("""
            call call! run run! perform perform! perform_now perform_async perform_in perform_at
            perform_later perform_bulk perform_inline execute execute! process process! migrate migrate!
            backfill backfill! sync sync! import import! apply apply! fix fix! cleanup clean_up rotate
            rotate! purge purge! reprocess resubmit submit submit! save! delete delete_all delete_expired
            """);
    private static final List<String> WRITING_PREFIXES = Words.listOf("""
            backfill_ update_ create_ delete_ remove_ destroy_ migrate_ rotate_ sync_ reset_ populate_
            purge_ fix_ submit_ mark_ expire_ import_
            """);
    private static final List<String> DOING = Words.listOf("""
            Service Job Worker Backfill Command Operation Interactor Task Migration Cleanup er or
            """);
    private static final List<String> READING = Words.listOf("""
            Report Query Reader Finder Validator Presenter Serializer Builder Formatter Renderer Parser Checker Counter
            Printer Reporter Loader Calculator Filter Number Order Letter User Member Owner Folder Header Error Counter
            Mailer Provider Center Register Customer Partner Carrier Author Vendor Sponsor Donor Color Error Ledger Paper
            """);
    private static final Set<String> LIBRARIES = Words.setOf("""
            Rails Time Date DateTime File FileUtils Dir IO JSON YAML CSV Logger Kernel Process Open3
            Shellwords ENV ActiveRecord ActiveSupport ActiveModel ActionMailer Sidekiq Set SecureRandom
            Digest Benchmark Parallel ProgressBar Struct StatsD Sentry Raven Datadog Settings Flipper Net
            Faraday HTTParty RestClient Redis Rake GC ObjectSpace Signal Thread Timeout Concurrent Arel PG
            Zip Tempfile Pathname URI Base64 OpenSSL StringIO Hash Array String Integer Float Proc Object
            Class Aws
            """);
    private static final Set<String> QUERYING = Words.setOf("""
            where find find_by find_by! all first last joins includes order limit unscoped find_each
            find_in_batches in_batches pluck select group count transaction connection
            """);

    private Delegations() {}

    /** Whether a class is named like one that does work rather than one that is a record. */
    static boolean isNamedLikeAService(String constant) {
        return DOING.stream().anyMatch(constant::endsWith) && !isNamedLikeAReader(constant);
    }

    private static boolean isNamedLikeAReader(String constant) {
        return READING.stream().anyMatch(constant::endsWith);
    }

    /**
     * The class that a call hands work over to and that the file does not define; null if the call does not do that.
     * Records that are written through their own methods are not meant.
     */
    public static @Nullable String target(Call call, RakeCode code) {
        if (!isWorking(call) || Writes.of(call, code).isPresent()) {
            return null;
        }
        Call origin = origin(call, code);
        String constant = origin.rootConstant();
        if (constant == null) {
            return null;
        }
        boolean isOwn =
                constant == null || code.defines(constant) || constant.equals(constant.toUpperCase(Locale.ROOT));
        if (isOwn || isLibrary(constant)) {
            return null;
        }
        boolean queries = origin.chain().stream().anyMatch(part -> part.isOneOf(QUERYING));
        return queries || isNamedLikeAReader(constant) ? null : constant;
    }

    /** Whether the method's name says that it does something: any verb, and on a class also "update_…" and the like. */
    private static boolean isWorking(Call call) {
        RubyNode receiver = call.receiver();
        boolean onAClass = receiver != null && receiver.is("constant", "scope_resolution");
        return call.isOneOf(VERBS) || (onAClass && WRITING_PREFIXES.stream().anyMatch(call.method()::startsWith));
    }

    /** Whether a constant belongs to Ruby, Rails or a common library. */
    static boolean isLibrary(String constant) {
        return LIBRARIES.contains(constant.split("::", 2)[0]);
    }

    /** The call itself, or what was assigned to the variable that it is called on. */
    private static Call origin(Call call, RakeCode code) {
        RubyNode root = call.root();
        RubyNode value = root.is("identifier", "instance_variable") ? code.valueOf(root) : null;
        return value != null && value.is("call") ? new Call(value) : call;
    }
}
