using Polaris.Client.Marc;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/marc.md.</summary>
public sealed class MarcSnippets
{
    [Test]
    public async Task Snippets_OfMarcFiles_Run()
    {
        MarcRecord before = new MarcRecord().Control("001", "1").Field("245", '1', '0', ('a', "Title"))
            .Field("856", '4', '0', ('u', "http://example.org/")).Field("900", ' ', ' ', ('a', "x"));
        MarcRecord after = before.Control("008", new string(' ', 40)).Clone();
        byte[] file = MarcWriter.ToBytes(before);
        using MemoryStream target = new(), rejected = new();

        await ReadAsync(new MemoryStream(file), CancellationToken.None);
        await ConvertAsync(new MemoryStream(file), target, CancellationToken.None);
        Change(after);
        await FindDamageAsync(new MemoryStream([.. "junk without a record, long enough"u8, 0x1E, .. file]), rejected, CancellationToken.None);
        Compare(before, after);

        Assert.Multiple(() =>
        {
            Assert.That(target.ToArray(), Is.EqualTo(file));
            Assert.That(after["856"]!['u'], Is.EqualTo("https://example.org/"));
            Assert.That(after.Fields.Select(field => field.Tag), Is.EqualTo(new[] { "001", "008", "245", "655", "856" }));
            Assert.That(rejected.Length, Is.GreaterThan(0));
        });
    }

    private static async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        // snippet
        await foreach (MarcRecord record in MarcReader.ReadAsync(stream, cancellationToken))
        {
            Console.WriteLine($"{record.ControlNumber}: {record.Title} / {record.Author}");
        }
        // end
    }

    private static async Task ConvertAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        // snippet
        await using var writer = new MarcWriter(target, MarcFormat.Iso2709);
        await foreach (MarcRecord record in MarcReader.ReadAsync(source, cancellationToken))
        {
            await writer.WriteAsync(record, cancellationToken);
        }
        // end
    }

    private static void Change(MarcRecord record)
    {
        // snippet
        foreach (MarcField link in record.FieldsWithTag("856"))
        {
            if (link['u'] is { } address && address.StartsWith("http:", StringComparison.Ordinal))
            {
                link['u'] = "https:" + address["http:".Length..];
            }
        }

        record.RemoveFields("9XX");
        record.InsertInOrder(new MarcField("655", ' ', '7', ('a', "Handbooks."), ('2', "lcgft")));
        record.Language = "eng";
        // end
    }

    private static async Task FindDamageAsync(Stream stream, Stream rejected, CancellationToken cancellationToken)
    {
        // snippet
        await foreach (MarcReadResult result in MarcReader.ReadResultsAsync(stream, cancellationToken: cancellationToken))
        {
            foreach (MarcDeviation deviation in result.Deviations)
            {
                Console.WriteLine($"{deviation.Offset}: {deviation.Kind} {deviation.Tag} {deviation.Read} ({deviation.Done})");
            }

            if (result.Record is null)
            {
                await rejected.WriteAsync(result.Bytes, cancellationToken);
            }
        }
        // end
    }

    private static void Compare(MarcRecord before, MarcRecord after)
    {
        // snippet
        MarcDiff diff = before.DiffTo(after);
        if (!diff.IsEmpty)
        {
            Console.WriteLine(diff.ToText());
        }
        // end
    }
}
