package io.rakegate.sandbox.sample;

import io.rakegate.sandbox.sample.SampleChange.Opened;
import java.util.Map;

/** What stands in a pull request that is opened for a sample: its description and its rake file. */
final class OpenedText {

    private static final String BODY = """
            ## Summary
            %1$s. Rows that were created before the column existed have none; new rows are created with it.

            Command: `bundle exec rake '%2$s[1000]'`

            **What could happen if this script does not go as expected?**

            Some %3$s would keep an empty `%4$s`, or show a wrong one until it is corrected. Nothing is sent or deleted.

            **What mitigating tasks will you perform to reduce the risk?**

            A first run with a batch of 10, compared by hand; the rest outside business hours.

            **What is your backout plan?**

            `bundle exec rake %2$s_undo` empties the column again for the rows that the run filled.

            **Where in the logs can the changes be retrieved?**

            `vets-api-worker`, message `%2$s`, one line for each batch with its first and last id.
            """;

    private static final String RAKE_FILE = """
            # frozen_string_literal: true

            namespace :%1$s do
              desc 'Fill %2$s where it is empty'
              task :fill_%2$s, [:batch_size] => :environment do |_task, args|
                %3$s.where(%2$s: nil).in_batches(of: Integer(args[:batch_size] || 1000)) do |batch|
                  %3$s.transaction { batch.update_all(%2$s: %4$s, filled_on: Date.current) }
                  Rails.logger.info('%1$s:fill_%2$s', first: batch.minimum(:id), last: batch.maximum(:id))
                end
              end

              desc 'Back out: empty what a run of today filled'
              task fill_%2$s_undo: :environment do
                %3$s.where(filled_on: Date.current).update_all(%2$s: nil, filled_on: nil)
              end
            end
            """;

    private OpenedText() {}

    /** What opens the pull request at the sandbox's GitHub. */
    static Map<String, Object> request(Opened pull, String author) {
        String namespace = pull.table().replace(' ', '_');
        String file = "rakelib/prod/%s_fill_%s.rake".formatted(namespace, pull.column());
        return Map.of(
                "title",
                pull.title(),
                "author",
                author,
                "branch",
                "fill-%s-of-%s".formatted(pull.column(), pull.table()).replaceAll("[ _]", "-"),
                "body",
                BODY.formatted(pull.title(), pull.task(), pull.table(), pull.column()),
                "files",
                Map.of(file, RAKE_FILE.formatted(namespace, pull.column(), pull.model(), pull.value())));
    }
}
