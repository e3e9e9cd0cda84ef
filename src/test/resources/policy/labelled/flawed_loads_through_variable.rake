namespace :members do
  desc 'Touches members of all offices'
  task touch_all: :environment do # expect: TaskHasADryRun
    members = Member.joins(:office).where(offices: { active: true })
    puts members.count
    members.each do |member| # expect: LoopsAreBatched
      member.touch # expect: WritesHappenInATransaction
    end
  end
end
