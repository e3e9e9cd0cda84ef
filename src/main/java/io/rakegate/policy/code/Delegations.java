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
            rotate! purge purge! reprocess resubmit submit submit!
            """);
    private static final List<String> WRITING_PREFIXES = Words.listOf("""
            backfill_ update_ create_ delete_ remove_ destroy_ migrate_ rotate_ sync_ reset_ populate_
            purge_ fix_ submit_ mark_ expire_ import_
            """);
    private static final List<String> SERVICE_SUFFIXES = Words.listOf("""
            Service Job Worker Importer Processor Updater Migrator Backfill Backfiller Syncer Manager
            Handler Runner Command Operation Interactor Client Task Creator Cleaner
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
        return SERVICE_SUFFIXES.stream().anyMatch(constant::endsWith);
    }

    /**
     * The class that a call hands work over to and that the file does not define; null if the call does not do that.
     * Records that are written through their own methods are not meant.
     */
    public static @Nullable String target(Call call, RakeCode code) {
        if (!isWorking(call.method()) || Writes.of(call, code).isPresent()) {
            return null;
        }
        Call origin = origin(call, code);
        String constant = origin.rootConstant();
        if (constant == null) {
            return null;
        }
        boolean isOwn =
                constant == null || code.defines(constant) || constant.equals(constant.toUpperCase(Locale.ROOT));
        if (isOwn || LIBRARIES.contains(constant.split("::", 2)[0])) {
            return null;
        }
        boolean queries = origin.chain().stream().anyMatch(part -> part.isOneOf(QUERYING));
        return queries || constant.endsWith("Mailer") ? null : constant;
    }

    private static boolean isWorking(String method) {
        return VERBS.contains(method) || WRITING_PREFIXES.stream().anyMatch(method::startsWith);
    }

    /** The call itself, or what was assigned to the variable that it is called on. */
    private static Call origin(Call call, RakeCode code) {
        RubyNode root = call.root();
        RubyNode value = root.is("identifier", "instance_variable") ? code.valueOf(root) : null;
        return value != null && value.is("call") ? new Call(value) : call;
    }
}
