# A reader sees it; a checker that does not follow values does not.
namespace :members do
  desc 'Shows who moved'
  task moved: :environment do
    Member.where(moved: true).find_each do |member|
      who = member.full_name
      puts "moved: #{who}" # expect: NoPersonalDataInOutput
    end
  end
end
