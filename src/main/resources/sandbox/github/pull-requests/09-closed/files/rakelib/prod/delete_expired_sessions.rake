# frozen_string_literal: true

namespace :sessions do
  desc 'Delete sessions that ended more than 60 days ago'
  task delete_expired: :environment do
    Session.where(ended_at: ..60.days.ago).in_batches(of: 10_000).delete_all
  end
end
