namespace :archives do
  desc 'Uploads archived documents'
  task upload: :environment do # expect: TaskHasADryRun
    bucket = Aws::S3::Resource.new.bucket(ENV.fetch('BUCKET'))
    Document.where(archived: true).find_each do |document|
      bucket.object("documents/#{document.id}").upload_file(document.path) # expect: TaskCanRunAgain
    end
  end
end
