using Polaris.Client;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace ImportMarc;

/// <summary>An embedded server with records that the generated file meets, and the generated file itself.</summary>
internal sealed record EmbeddedServer(FakePolaris Server, SampleRecords Records)
{
    private const double FaultRate = 0.03;

    /// <summary>This server does not work on a request whose connection is lost.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    /// <summary>The workstations of an import that does not name its own.</summary>
    public static readonly IReadOnlyList<int> Workstations = [1242, 1243, 1244, 1245];

    public static EmbeddedServer Create()
    {
        var records = new SampleRecords(seed: 1, count: 1000);
        var server = new FakePolaris();
        records.Seed(server);
        server.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, SampleRecords.LockedBibId);
        server.Faults.Randomly(
            seed: 1,
            FaultRate,
            FaultKind.ConnectionRefused,
            FaultKind.ResetBeforeProcessing,
            FaultKind.ResetAfterProcessing,
            FaultKind.TruncatedAnswer,
            FaultKind.ProxyHtml,
            FaultKind.ProxyHtmlAfterProcessing,
            FaultKind.Unauthorized,
            FaultKind.TooManyRequests,
            FaultKind.TokenRevoked,
            FaultKind.DuplicateDelivery);
        return new EmbeddedServer(server, records);
    }

    public void Configure(PolarisClientOptions options)
    {
        Server.Configure(options);
        options.ReplyRecoveryTimeout = TimeSpan.FromSeconds(2);
        options.Retry.LockWait = TimeSpan.FromSeconds(1);
        options.Retry.BaseDelay = TimeSpan.FromSeconds(0.1);
    }

    /// <summary>Writes the generated file; returns its path.</summary>
    public string WriteFile()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("import-marc-").FullName, "sample.mrc");
        File.WriteAllBytes(path, Records.ToFile());
        return path;
    }
}

/// <summary>Varied records, among them duplicates, damaged ones, and updates that cannot be done; the same for the same seed.</summary>
internal sealed class SampleRecords(int seed, int count)
{
    public const int LockedBibId = 1_000_001;
    private const int MissingBibId = 999_999;
    private static readonly string[] Topics = ["Rivers", "Lighthouses", "Beekeeping", "Railroads", "Ferns", "Clocks", "Bridges", "Islands"];
    private static readonly string[] Places = ["Ohio", "Québec", "México", "Kraków", "Åland", "東京", "Αθήνα", "Киев"];
    private static readonly string[] Names = ["Ahmed, Nadia", "Brandt, Olga", "Castillo, Luz", "Dvořák, Jan", "Eriksson, Åsa", "Frost, Percy"];

    /// <summary>The kind of the record with this number: most are new, and some of each two hundred are not.</summary>
    private enum Kind
    {
        New,
        OnTheServer,
        ProtectedOnTheServer,
        TwinInTheFile,
        Update,
        UpdateOfALocked,
        UpdateOfAMissing,
        Damaged,
        Invalid,
        Garbage,
        WithoutNumbers,
    }

    /// <summary>Adds the records that duplicates and updates of the file meet.</summary>
    public void Seed(FakePolaris server)
    {
        server.WithBib(LockedBibId, marc: RecordOf(0));
        foreach (var number in Enumerable.Range(1, count))
        {
            if (KindOf(number) is Kind.OnTheServer or Kind.ProtectedOnTheServer or Kind.Update)
            {
                server.WithBib(BibIdOf(number), marc: EarlierOf(number), doNotOverlay: KindOf(number) == Kind.ProtectedOnTheServer);
            }
        }
    }

    /// <summary>Returns the file as ISO 2709.</summary>
    public byte[] ToFile()
    {
        using var stream = new MemoryStream();
        foreach (var number in Enumerable.Range(1, count))
        {
            stream.Write(BytesOf(number));
        }

        return stream.ToArray();
    }

    private static Kind KindOf(int number) => (number % 200) switch
    {
        20 or 60 => Kind.OnTheServer,
        100 => Kind.ProtectedOnTheServer,
        30 or 70 or 110 => Kind.TwinInTheFile,
        40 or 80 or 120 => Kind.Update,
        140 => Kind.UpdateOfALocked,
        150 => Kind.UpdateOfAMissing,
        160 or 170 => Kind.Damaged,
        180 => Kind.Invalid,
        190 => Kind.Garbage,
        195 => Kind.WithoutNumbers,
        _ => Kind.New,
    };

    private static int BibIdOf(int number) => 1_100_000 + number;

    private byte[] BytesOf(int number)
    {
        switch (KindOf(number))
        {
            case Kind.TwinInTheFile:
                return BytesOf(number - 1);
            case Kind.Update:
                return MarcWriter.ToBytes(RecordOf(number).Field("901", ' ', ' ', ('a', $"{BibIdOf(number)}")));
            case Kind.UpdateOfALocked:
                return MarcWriter.ToBytes(RecordOf(number).Field("901", ' ', ' ', ('a', $"{LockedBibId}")));
            case Kind.UpdateOfAMissing:
                return MarcWriter.ToBytes(RecordOf(number).Field("901", ' ', ' ', ('a', $"{MissingBibId}")));
            case Kind.Damaged:
                // The directory is wrong: the third entry starts elsewhere.
                var damaged = MarcWriter.ToBytes(RecordOf(number));
                damaged[24 + 24 + 8]++;
                return damaged;
            case Kind.Invalid:
                return MarcWriter.ToBytes(RecordOf(number).Field("245", '0', '0', ('a', "A second title")));
            case Kind.Garbage:
                return "-- end of batch, see attached list --\u001D"u8.ToArray();
            case Kind.WithoutNumbers:
                var bare = RecordOf(number);
                bare.RemoveFields("010", "020", "035");
                return MarcWriter.ToBytes(bare);
            default:
                return MarcWriter.ToBytes(RecordOf(number));
        }
    }

    /// <summary>The record as an earlier cataloger left it on the server.</summary>
    private MarcRecord EarlierOf(int number)
    {
        var record = RecordOf(number);
        record.RemoveFields("300", "520", "650", "9XX");
        return record.Field("300", ' ', ' ', ('a', "pages cm"));
    }

    private MarcRecord RecordOf(int number)
    {
        var random = new Random((seed * 1_000_003) + number);
        var (topic, place, name) = (Pick(Topics), Pick(Places), Pick(Names));
        var year = random.Next(1950, 2026);
        var record = new MarcRecord("00000nam a2200000 i 4500")
            .Control("001", $"sample{number:000000}")
            .Control("003", "XxSample")
            .Control("008", $"260101s{year}    xx            000 0 eng d")
            .Field("020", ' ', ' ', ('a', $"978{(seed * 100_000_000L) + number:0000000000} (pbk.)"))
            .Field("035", ' ', ' ', ('a', $"(XxSample){number:000000}"))
            .Field("100", '1', ' ', ('a', name + ","), ('d', $"{year - 40}-"))
            .Field("245", '1', '0', ('a', $"{topic} of {place}, volume {number} /"), ('c', name + "."))
            .Field("264", ' ', '1', ('a', $"{place} :"), ('b', "Sample Press,"), ('c', $"{year}."))
            .Field("300", ' ', ' ', ('a', $"{random.Next(40, 900)} pages ;"), ('c', "23 cm"));
        foreach (var _ in Enumerable.Range(0, random.Next(4)))
        {
            record.Field("650", ' ', '0', ('a', Pick(Topics)), ('z', Pick(Places)));
        }

        if (random.Next(3) == 0)
        {
            record.Field("520", ' ', ' ', ('a', string.Join(' ', Enumerable.Range(0, random.Next(10, 200)).Select(_ => Pick(Topics).ToLowerInvariant()))));
        }

        return record.Field("949", ' ', ' ', ('b', $"{random.Next(10_000_000):00000000000000}"));

        string Pick(string[] words) => words[random.Next(words.Length)];
    }
}
