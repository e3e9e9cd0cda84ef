namespace :members do
  desc 'Checks the region of every member'
  task check_region: :environment do
    wrong = Member.all.select { |member| member.region != member.office.region } # expect: LoopsAreBatched
    puts wrong.size
  end
end
