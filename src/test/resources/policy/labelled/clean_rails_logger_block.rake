namespace :claims do
  desc 'Logs progress with tags'
  task tagged: :environment do
    Rails.logger.tagged('claims:tagged') do
      Claim.in_batches(of: 1000) do |claims|
        Rails.logger.info { "#{claims.size} claims up to #{claims.last&.id}" }
      end
    end
  end
end
