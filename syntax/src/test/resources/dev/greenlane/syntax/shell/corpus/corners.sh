#!/bin/bash
# Corners of the grammar that real scripts reach.
echo "a${b:-"c d"}e" ${f:+'g h'} "${i:-$(echo "j \"k\"" | sed 's/"//g')}"
echo $'line\none' $"translated $x" "tab\there" 'it'\''s' "\$5 \`x\` \\"
x=`echo \`echo nested\` "quoted \"inner\""` y=$(echo $(echo $(echo deep)))
echo ${#} ${##} ${#x} ${x#\#} ${x//\//\\} ${x/%.c/.o} ${x^^[a-c]} "${x[@]:1:$#-1}" ${!x} ${!BASH*} ${x@Q} ${@: -1}
echo $((1 + (2 << 3) * -x ** 2, y++ ? a[1] : ~b)) $(( $(wc -l <file) + ${#x} )) $[1+1] $((16#ff & 0x0f))
for ((i = 0, j = 10; i < j; i++, j--)) { echo $i $j; }
for x do echo "$x"; done
for y in; do :; done
select z in a b c; do [[ $z ]] && break; done </dev/null
if [[ ( -f $x || ! -d $y ) && $z == *.@(c|h) && $w != "a b" && $v =~ ^[[:space:]]*(a|b\ c|"d e")+$ && a < b ]]; then :; fi
until ((--n <= 0)); do true; done 3>&1 4<&0 {log}>>log.txt
exec 5<>/dev/null 6>&- 7<&5- &>>all.log
cat <<A - <<'B' <<-"C" | sort
$x $(cat <<INNER
inner
INNER
)
A
$not expanded
B
	stripped $not
	C
cat <<< $x; cat <<<"here $y"
f() ( echo subshell; )
function g() { return 3; } >&2
h () if true; then echo; fi
coproc { read -r line; echo "$line"; }
coproc NAMED { cat; }
{ a && b; } || ! { c; } & wait $!
time -p { sleep 0; }
case $x in
    (a) ;;&
    b|"c d"|[!e]*) echo; echo ;&
    \*) if true; then echo esac; fi ;;
    *) echo last
esac
a=1 b+=2 c[3]=4 d=(x [5]=y "z" $(ls)) e= env -i
declare -a arr=(1 2 "3 4") -r ro=5; local -A map=([k]=v ["a b"]=c) 2>/dev/null
ls -l \
    --color # comment with ' and "
echo a#b \# '#' "#" ${x#y} $#
diff <(sort a) <(sort b) > >(tee diff.txt)
echo {a,b}{1..3} {x,y\,z} {} { }
[ "$a" = b -o ! -e c ] && test -n "$d"
! ls | grep -q x
echo one; echo two & echo three
eval "$(ssh-agent -s)"; . ./file; source file
printf %s\\n "$@" | while read -r; do echo "$REPLY"; done
echo "$(case x in x) echo "y)";; esac)" "`echo ")"`"
