# frozen_string_literal: true

namespace :documents do
  desc 'Encrypt the keys of documents with the current key'
  task reencrypt_keys: :environment do
    Document.where(key_version: 2021).find_in_batches(batch_size: 100) do |documents|
      documents.each(&:reencrypt_key!) # what if this stops half-way?
    end
  end
end
