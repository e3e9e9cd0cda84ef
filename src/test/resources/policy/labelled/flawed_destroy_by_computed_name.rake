namespace :drafts do
  desc 'Removes or archives drafts'
  task :retire, [:how] => :environment do |_task, args| # expect: TaskHasADryRun
    Draft.where(abandoned: true).find_each do |draft|
      draft.public_send(args[:how] == 'archive' ? :archive! : :destroy!) # expect: WritesHappenInATransaction
    end
  end
end
