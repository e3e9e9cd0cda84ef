# The filter says who is active, not who was told.
namespace :notices do
  desc 'Sends the survey'
  task send_survey: :environment do
    next puts('dry run') if ENV['DRY_RUN'] != 'false'

    Member.where(deleted_at: nil).find_each do |member|
      SurveyMailer.invite(member).deliver_now # expect: TaskCanRunAgain
    end
  end
end
