namespace :files do
  desc 'Collects yesterday\'s exports'
  task collect: :environment do
    FileUtils.mkdir_p('/tmp/collected')
    Dir.glob('/srv/exports/*.csv').each do |path|
      FileUtils.cp(path, '/tmp/collected')
    end
    FileUtils.touch('/tmp/collected/done')
    File.write('/tmp/collected/count', Dir.children('/tmp/collected').size)
  end
end
