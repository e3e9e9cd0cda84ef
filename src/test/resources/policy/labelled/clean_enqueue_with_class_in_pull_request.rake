# with: app/sidekiq/claims/recalculate_job.rb
namespace :claims do
  desc 'Enqueues the recalculation of claims that have not been recalculated'
  task enqueue_recalculation: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') == 'true'
    Claim.where(recalculated_at: nil).find_in_batches(batch_size: 1000) do |batch|
      puts "#{batch.size} claims"
      next if dry_run

      batch.each { |claim| Claims::RecalculateJob.perform_async(claim.id) }
    end
  end
end
