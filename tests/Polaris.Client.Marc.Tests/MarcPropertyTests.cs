using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcPropertyTests
{
    [FsCheck.NUnit.Property(Arbitrary = [typeof(MarcPropertyTests)])]
    public bool Wire_WrittenAndRead_IsTheSameRecord(MarcRecord record)
    {
        MarcRecord read = MarcRecord.FromJson(record.ToJson());
        return Fingerprint(read) == Fingerprint(record) && read.Id == record.Id && read.ToJson() == record.ToJson();
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(MarcPropertyTests)])]
    public bool MarcInJson_WrittenAndRead_IsTheSameRecord(MarcRecord record)
    {
        MarcRecord read = MarcRecord.FromJson(record.ToMarcInJson());
        return read.ToMarcInJson() == record.ToMarcInJson()
            && record.ToMarcInJson() == MarcRecord.FromJson(record.ToJson()).ToMarcInJson();
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(MarcPropertyTests)])]
    public bool Places_OfAWrittenRecordWithUnplacedFields_AreDistinct(MarcRecord record)
    {
        MarcRecord read = MarcRecord.FromJson(record.Control("009", "x").ToJson());
        int?[] places =
            [.. read.ControlFields.Select(field => field.Position), .. read.DataFields.Select(field => field.Position)];
        return places.Distinct().Count() == places.Length && places.All(place => place > 0);
    }

    [FsCheck.NUnit.Property]
    public bool FromJson_OfAnyText_IsARecordOrAMarcFormatException(string? text)
    {
        try
        {
            return MarcRecord.FromJson(text ?? "") is not null;
        }
        catch (MarcFormatException error)
        {
            return error.Path.StartsWith('$');
        }
    }

    public static Arbitrary<MarcRecord> Records()
    {
        Gen<string> text =
            Gen.Elements("a", " ", "", "|", "\"", "\\", "é", "e\u0301", "🐸", "\u0000", "\u001f", "<", "245", "中")
            .ListOf().Select(parts => string.Concat(parts));
        Gen<string> tag = Gen.Elements("001", "008", "020", "245", "650", "24", "");
        Gen<int?> place =
            Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 12).Select(value => (int?)value)));
        Gen<MarcControlField> control =
            from t in tag from data in text from position in place
            select new MarcControlField(t, data) { Position = position };
        Gen<MarcSubfield> subfield =
            from code in Gen.Elements("a", "b", "9", "", "ab") from data in text select new MarcSubfield { Code = code, Data = data };
        Gen<MarcDataField> dataField =
            from t in tag from one in Gen.Elements(" ", "1", "") from two in Gen.Elements(" ", "0")
            from subfields in subfield.ListOf() from position in place
            select new MarcDataField { Tag = t, Indicator1 = one, Indicator2 = two, Subfields = [.. subfields], Position = position };
        return (from id in Gen.Choose(0, 3) from leader in text from controls in control.ListOf() from data in dataField.ListOf()
                select Record(id, leader, controls, data)).ToArbitrary();
    }

    private static MarcRecord Record(int id, string leader, IEnumerable<MarcControlField> controls, IEnumerable<MarcDataField> data)
    {
        MarcRecord record = new(leader) { Id = id };
        controls.ToList().ForEach(record.ControlFields.Add);
        data.ToList().ForEach(record.DataFields.Add);
        return record;
    }

    private static string Fingerprint(MarcRecord record)
    {
        StringBuilder text = new(record.Leader);
        foreach (MarcControlField field in record.ControlFields)
        {
            text.Append('\n').Append(field.Tag).Append('=').Append(field.Data);
        }

        foreach (MarcDataField field in record.DataFields)
        {
            text.Append('\n').Append(field.Tag).Append(field.Indicator1).Append('/').Append(field.Indicator2)
                .AppendJoin('$', field.Subfields.Select(subfield => $"{subfield.Code}:{subfield.Data}"));
        }

        return text.ToString();
    }
}
