using System.Diagnostics;
using SoeBot.Teams.Extensions;
using Xunit;

namespace SoeBot.UnitTests.Teams.Extensions;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<div><div>Ravi gets a second quote &amp; sends it by <b>Friday</b></div></div>", "Ravi gets a second quote & sends it by Friday")]
    [InlineData("<p>one</p><p>two<br/>three</p>", "one\ntwo\nthree")]
    [InlineData("<at id=\"0\">Ravi</at>&nbsp;does   it", "Ravi does it")]
    [InlineData("2 < 3 and 4 > 3", "2 < 3 and 4 > 3")]
    [InlineData("&lt;b&gt;not bold&lt;/b&gt;", "<b>not bold</b>")]
    [InlineData("a<script>alert('</scrip' + '>')</script>b<style>p{}</style>c", "abc")]
    [InlineData("a<!-- <b>secret</b> -->b<!-- open", "ab")]
    [InlineData("<a title='>' href=\"javascript:alert(1)\">link</a>", "link")]
    [InlineData("end <a href='never closed", "end")]
    [InlineData("\u202Eevil\u0000\u0007 text\uD83C\u200B", "evil text")]
    [InlineData("<p></p> <br> ", "")]
    [InlineData("", "")]
    public void OfHtml_Markup_LeavesTheWords(string html, string words) => Assert.Equal(words, MessageText.OfHtml(html));

    /// <summary>Half a megabyte is all that gets in at the door. A tree builder needs minutes for some of these.</summary>
    [Theory]
    [InlineData("<b a=1><p>")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("<")]
    [InlineData("&amp;#")]
    [InlineData("<a '")]
    [InlineData("</")]
    public void OfHtml_HalfAMegabyteOfTraps_TakesOnePass(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 512 * 1024 / piece.Length));
        // The best of three, because other tests run beside this one.
        var took = Enumerable.Range(0, 3).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            Assert.True(MessageText.OfHtml(html).Length <= html.Length);
            return Stopwatch.GetElapsedTime(started);
        });
        Assert.True(took < TimeSpan.FromSeconds(2), $"{took.TotalMilliseconds:0} ms");
    }
}
