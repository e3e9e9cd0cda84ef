# A class that reads: nothing is hidden that changes data.
namespace :reports do
  desc 'Runs the mismatch report'
  task mismatch: :environment do
    MismatchReport.new.run!
    rows = OpenClaimsQuery.call(limit: 10)
    puts rows.size
    rows.each { |row| puts SummaryPresenter.new(row).call }
  end
end
