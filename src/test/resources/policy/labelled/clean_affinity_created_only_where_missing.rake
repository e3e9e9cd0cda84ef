namespace :cases do
  desc 'Gives cases an affinity or moves the one they have'
  task affinities: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    Case.where(kind: 'priority').find_in_batches do |cases|
      Case.transaction do
        cases.each do |kase|
          existing_affinity = kase.affinity
          next if dry_run

          if existing_affinity
            existing_affinity.update!(started_on: Date.current)
          else
            kase.create_affinity!(started_on: Date.current)
          end
        end
      end
    end
  end
end
