namespace :claims do
  desc 'Migrates claims to the new state machine'
  task migrate_states: :environment do # expect: TaskHasADryRun
    StateMachineMigration.migrate!(from: 'v1', to: 'v2') # expect: WritesAreVisibleInThePullRequest
  end
end
