# Separate preview, apply and rollback tasks: the best form seen.
namespace :ratings do
  desc 'Counts the ratings that would change'
  task preview_rescale: :environment do
    puts Rating.where(scale: 'old').count
  end

  desc 'Rescales ratings'
  task rescale: :environment do
    Rating.transaction do
      Rating.where(scale: 'old').update_all("scale = 'new', value = legacy_value / 10")
      RatingAudit.where(scale: 'old').update_all(scale: 'new')
    end
  end

  desc 'Puts the old scale back'
  task rollback_rescale: :environment do
    Rating.transaction do
      Rating.where(scale: 'new').update_all("scale = 'old', value = legacy_value")
      RatingAudit.where(scale: 'new').update_all(scale: 'old')
    end
  end
end
