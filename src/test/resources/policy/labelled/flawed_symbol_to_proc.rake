namespace :claims do
  desc 'Saves each claim again so that callbacks run'
  task resave: :environment do # expect: TaskHasADryRun
    Claim.where(checksum: nil).find_each(&:save!) # expect: WritesHappenInATransaction
  end
end
