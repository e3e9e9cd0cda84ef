# The most dangerous file seen: it has a transaction.
namespace :keys do
  desc 'Rotates the encryption key of records'
  task rotate: :environment do # expect: TaskHasADryRun
    EncryptedRecord.where(key_version: 1).find_in_batches do |batch|
      begin
        EncryptedRecord.transaction do
          batch.each { |record| record.update!(key_version: 2) }
        end
      rescue StandardError => e # expect: TransactionDoesNotHideFailure
        Rails.logger.warn("batch failed: #{e.class}")
        retry
      end
    end
    exit 0
  end
end
