# frozen_string_literal: true

namespace :saved_claims do
  desc 'Count saved claims without a confirmation number'
  task count_unconfirmed: :environment do
    puts SavedClaim.where(confirmation_number: nil).count
  end
end
