namespace :exports do
  desc 'Packs the export folder'
  task :pack, [:folder] => :environment do |_task, args|
    system('tar', 'czf', '/tmp/export.tgz', args[:folder], exception: true)
    listing = `ls -l /tmp/export.tgz`
    puts listing
    escaped = Shellwords.escape(args[:folder])
    system("du -sh #{escaped}", exception: true)
  end
end
