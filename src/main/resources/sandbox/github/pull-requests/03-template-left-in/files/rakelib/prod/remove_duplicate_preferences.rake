# frozen_string_literal: true

namespace :preferences do
  desc 'Remove duplicate notification preferences, keeping the newest'
  task remove_duplicates: :environment do
    ActiveRecord::Base.connection.execute(<<~SQL)
      DELETE FROM notification_preferences older
      USING notification_preferences newer
      WHERE older.user_account_id = newer.user_account_id
        AND older.channel = newer.channel
        AND older.updated_at < newer.updated_at
    SQL
  end
end
