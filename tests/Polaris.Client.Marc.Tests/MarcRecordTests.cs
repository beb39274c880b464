
namespace Polaris.Client.Marc.Tests;

public sealed class MarcRecordTests
{
    private static MarcRecord Sample() => new MarcRecord("00000nam a22000007i 4500")
        .Control("001", "1126739")
        .Control("008", "171108s2001    xxu           000 1 eng d")
        .Field("245", '1', '0', ('a', "Frog Face and the three boys /"), ('c', "Don Trembath."))
        .Field("650", ' ', '1', ('a', "Karate"), ('v', "Fiction."))
        .Field("650", ' ', '1', ('v', "Fiction."), ('a', "School"), ('a', "Bullying"));

    [Test]
    public void Lookups_OfFieldsAndSubfields_FindTheFirst()
    {
        MarcRecord record = Sample();

        Assert.That(record["245"]!['a'], Is.EqualTo("Frog Face and the three boys /"));
        Assert.That(record.FirstSubfield("650", 'a'), Is.EqualTo("Karate"));
        Assert.That(record.FieldsWithTag("650").Count(), Is.EqualTo(2));
        Assert.That(record.FieldsWithTag("650").Last().SubfieldsWithCode('a').Select(subfield => subfield.Data), Is.EqualTo(new[] { "School", "Bullying" }));
        Assert.That(record.ControlData("001"), Is.EqualTo("1126739"));
    }

    [Test]
    public void Lookups_OfWhatIsNotThere_AreNull()
    {
        MarcRecord record = Sample();

        Assert.That(record["999"], Is.Null);
        Assert.That(record.FirstSubfield("245", 'x'), Is.Null);
        Assert.That(record.FirstSubfield("999", 'a'), Is.Null);
        Assert.That(record.ControlData("003"), Is.Null);
    }

    [Test]
    public void ReplaceField_OfARepeatedTag_LeavesOneInTheFirstPlace()
    {
        MarcRecord record =
            Sample().Field("700", '1', ' ', ('a', "Trembath, Don")).ReplaceField("650", ' ', '0', ('a', "Frogs"));

        Assert.That(record.DataFields.Select(field => field.Tag), Is.EqualTo(new[] { "245", "650", "700" }));
        Assert.That(record.FirstSubfield("650", 'a'), Is.EqualTo("Frogs"));
    }

    [Test]
    public void ReplaceField_OfATagThatIsNotThere_IsAddedAtTheEnd() =>
        Assert.That(Sample().ReplaceField("020", ' ', ' ', ('a', "1")).DataFields[^1].Tag, Is.EqualTo("020"));

    [Test]
    public void ReplaceControl_OfAFieldWithAPlace_KeepsThePlace()
    {
        MarcRecord record = MarcRecord.FromJson("""{"leader":"","controlfields":[{"tag":"003","data":"A","position":2}]}""");

        record.ReplaceControl("003", "B");

        Assert.That((record.ControlData("003"), record.ControlFields[0].Position), Is.EqualTo(("B", (int?)2)));
    }

    [Test]
    public void RemoveFields_OfATag_RemovesAllAndCounts()
    {
        MarcRecord record = Sample();

        Assert.That((record.RemoveFields("650"), record.RemoveFields("001"), record.RemoveFields("999")), Is.EqualTo((2, 1, 0)));
        Assert.That(record.ToString(), Is.EqualTo("MarcRecord (1 control fields, 1 data fields)"));
    }

    [Test]
    public void Validate_OfAWellFormedRecord_FindsNothing() => Assert.That(Sample().Validate(), Is.Empty);

    [Test]
    public void Validate_OfABadRecord_SaysWhereAndWhat()
    {
        MarcRecord record = new("short");
        record.ControlFields.Add(new("8", "x") { Position = 1 });
        record.ControlFields.Add(new("008", "too short") { Position = 1 });
        record.DataFields.Add(new() { Tag = "2450", Indicator1 = "", Indicator2 = "10", Subfields = [new() { Code = "ab" }] });
        record.DataFields.Add(new("100", '1', ' '));

        Assert.That(record.Validate().Select(problem => problem.ToString()), Is.EqualTo(new[]
        {
            "leader: The leader has 24 characters, but this has 5.",
            "controlfields[0].tag: A tag has 3 characters, but this has 1.",
            "controlfields[1].data: Field 008 has 40 characters, but this has 9.",
            "datafields[0].tag: A tag has 3 characters, but this has 4.",
            "datafields[0].ind1: An indicator has 1 character, but this has 0.",
            "datafields[0].ind2: An indicator has 1 character, but this has 2.",
            "datafields[0].subfields[0].code: A code has 1 character, but this has 2.",
            "datafields[1].subfields: A data field has subfields, but this has none.",
            "position: Place 1 is taken by 2 fields.",
        }));
    }

    [Test]
    public void ToString_OfAllTypes_TellsNoContent()
    {
        MarcRecord record = Sample();
        string all = string.Join('|', record, record.ControlFields[0], record["245"], record["245"]!.Subfields[0], new MarcCollection(record));

        Assert.That(all, Is.EqualTo(
            "MarcRecord (2 control fields, 3 data fields)|001|245 (2 subfields)|$a|MarcCollection (1 records)"));
    }

    [Test]
    public void Building_WithNull_Throws()
    {
        Assert.That(() => new MarcRecord(null!), Throws.ArgumentNullException);
        Assert.That(() => new MarcRecord().Control("001", null!), Throws.ArgumentNullException);
        Assert.That(() => new MarcRecord().Field("245", ' ', ' ', ('a', null!)), Throws.ArgumentNullException);
        Assert.That(() => MarcRecord.FromJson(null!), Throws.ArgumentNullException);
    }
}
