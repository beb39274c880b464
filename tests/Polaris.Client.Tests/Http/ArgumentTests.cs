using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

/// <summary>The messages about arguments name the parameter, its value and what is allowed.</summary>
public sealed class ArgumentTests
{
    [TestCase(0)]
    [TestCase(-1)]
    public void Id_LessThanOne_NamesWhatItIdentifies(int itemRecordId)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Argument.Id(itemRecordId, "an item record"))!;

        Assert.That(error.Message, Does.StartWith("The ID of an item record must be 1 or more."));
        Assert.That(error.ParamName, Is.EqualTo(nameof(itemRecordId)));
        Assert.That(error.ActualValue, Is.EqualTo(itemRecordId));
    }

    [Test]
    public void NotNegative_LessThanZero_NamesWhatItIs()
    {
        const int blockType = -1;

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Argument.NotNegative(blockType, "The type of a block"))!;

        Assert.That(error.Message, Does.StartWith("The type of a block must not be negative."));
        Assert.That(error.ParamName, Is.EqualTo(nameof(blockType)));
        Assert.That(error.ActualValue, Is.EqualTo(blockType));
    }

    [Test]
    public void Argument_TheSmallestThatIsAllowed_IsReturned()
    {
        Assert.That(Argument.Id(1, "an item record"), Is.EqualTo(1));
        Assert.That(Argument.NotNegative(0, "The type of a block"), Is.Zero);
        Assert.That(Argument.NotNegative(7, "The type of a block"), Is.EqualTo(7));
    }
}
